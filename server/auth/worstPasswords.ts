/**
 * What people here type when told "at least ten characters", from the commonest on: walks over the keyboard, dates and
 * numbers that mean love or luck, names of the room, and the word itself. Compared without case and trailing digits and signs.
 */
export const worstPasswords: readonly string[] = [
  ...['1234567890', '12345678910', '123456789012', '0123456789', '0987654321', '9876543210', '1234567899', '1234567891'],
  ...['1122334455', '1122334455667788', '1234512345', '1357924680', '2468013579', '1472583690', '147258369a', '7894561230'],
  ...['123456789a', '1234567890a', 'a123456789', 'a1234567890', 'aa12345678', 'aa123456789', 'abc1234567', 'abc123456789'],
  ...['abcd123456', 'abcd1234567', 'abcdefghij', 'abcdefg123', 'a1b2c3d4e5', '1a2b3c4d5e', 'asd1234567', 'zxc1234567'],
  ...['qwertyuiop', 'qwertyuiop123', 'qwerty12345', 'qwer123456', 'qwe1234567', 'qwerasdfzxcv', 'qazwsxedcrfv', 'qazwsx123456'],
  ...['1q2w3e4r5t', '1q2w3e4r5t6y', 'q1w2e3r4t5', '1qaz2wsx3edc', '1qaz@wsx3edc', '1qaz2wsx!qaz', 'zaq12wsxcde3', '!qaz2wsx#edc'],
  ...['asdfghjkl1', 'asdfghjkl;', 'asdf123456', 'zxcvbnm123', 'zxcvbnm,./', 'poiuytrewq', 'mnbvcxz123', 'lkjhgfdsa1'],
  ...['password', 'passw0rd', 'p@ssw0rd', 'p@ssword', 'password!@#', 'mypassword', 'newpassword', 'mima123456'],
  ...['woaini1314', 'woaini520', 'woaini521', '5201314520', '1314520520', 'iloveyou', 'aini1314520', 'woaiwojia'],
  ...['administrator', 'admin12345', 'admin@1234', 'guanliyuan', 'root123456', 'test123456', 'user123456', 'guest12345'],
  ...['welcome123', 'changeme', 'letmein123', 'default123', 'qwer1234!@#$', 'huawei@123', 'xiaomi1234', 'monkey1234'],
  ...['dispatcher', 'supervisor', 'operator123', 'zhihuizhongxin', 'xiaonao123', 'hangzhou', 'zhongguo', 'woaizhongguo'],
  ...['sijiqing135', 'wangge1234', 'jiedao12345', 'zhifadui123', 'gongan110', 'baojing110', 'fuwu123456', 'renminfuwu'],
]
