import { wordsOf } from '../ui/words.ts'

/** What went wrong on the first page, and under `.do` what can be done about it. */
export const troubleWords = wordsOf(
  'begin-trouble',
  {
    'nothing-typed': '请先输入服务器的地址',
    'nothing-typed.do': '地址写在服务器机房的单子上，例如 room.example 或 10.0.0.8:8135。',
    malformed: '这不像一个地址',
    'malformed.do': '只写名字或 IP，需要时加冒号和端口，中间不要空格，例如 room.example 或 10.0.0.8:8135。',
    unreachable: '没有回应',
    'unreachable.do': '请核对地址和端口（常用 8135 或 443），看服务器是否开着、网线是否插好、这台机器是否在指挥室的网络里，然后再连接。',
    changed: '没有信任：没能再见到您核对过的那张证书',
    'changed.do': '服务器没有回应，或这次出示的证书不同。请再连接、再核对一次；如果一再这样，请停下并告诉管理员。',
    'not-a-room': '那里有回应，但不是指挥室的服务器',
    'not-a-room.do': '多半是端口不对，或地址是另一个系统的。请照单子核对地址和端口。',
    'other-version': '服务器和这个程序的版本不同',
    'older-server.do': '服务器的版本较旧（通信版本 {{theirs}}，本机 {{ours}}）。请管理员更新服务器，或在这台机器上装与服务器同版本的程序。',
    'newer-server.do': '服务器的版本较新（通信版本 {{theirs}}，本机 {{ours}}）。请在这台机器上装新版本的程序，再连接。',
    'plain-http': '不用 http:// 连接',
    'plain-http.do': '没有加密，密码和来电号码会在网络上明文传输，谁都能看到。请改用 https://；服务器还没有证书，就请管理员先配好证书。',
    'ran-out': '服务器的证书不在有效期内',
    'ran-out.do': '证书已过期，或还没有生效。先看这台机器的日期和时间对不对；对，就请管理员给服务器换证书。信任它没有用。',
    'other-name': '服务器的证书是发给别的名字的',
    'other-name.do': '请用证书上写的名字连接（问管理员），不要用别名或 IP；或请管理员换一张写有这个地址的证书。信任它没有用。',
    'cannot-keep': '这台机器记不下设置',
    'cannot-keep.do': '磁盘可能满了，或当前用户没有写入权限。请腾出空间或让管理员给权限，再连接。',
    'no-answer': '桌面程序没有回应',
    'no-answer.do': '请再试一次。还不行，就关闭程序再打开。',
    stopped: '没有选择街道文件',
    'stopped.do': '可以再选一次，或先用示例街道。',
    halted: '启动被停下了',
    'halted.do': '可以再启动一次。',
    'cannot-start': '本机的服务器没有启动',
    'cannot-start.do': '请看下面服务器说的话，改正后再启动。街道文件有错，就按所指的地方改。',
    'cannot-start.silent': '服务器没有说原因。请再启动一次；还不行，请把程序的日志交给管理员。',
    said: '服务器说的话',
    again: '再启动一次',
  },
  {
    'nothing-typed': 'Type the server’s address first',
    'nothing-typed.do': 'It is on the sheet in the server room, for example room.example or 10.0.0.8:8135.',
    malformed: 'This does not look like an address',
    'malformed.do': 'A name or an IP address, a colon and the port where needed, and no spaces: room.example or 10.0.0.8:8135.',
    unreachable: 'Nobody answers',
    'unreachable.do':
      'Check address and port (8135 or 443 as a rule), whether the server is on, the cable is in, and this machine is on the room’s network; then connect again.',
    changed: 'Not trusted: the certificate you compared was not shown again',
    'changed.do':
      'The server did not answer, or showed another certificate this time. Connect and compare once more; if it keeps happening, stop and tell the administrator.',
    'not-a-room': 'Something answers there, but it is not a room’s server',
    'not-a-room.do': 'The port may be wrong, or the address is another system’s. Check both against the sheet.',
    'other-version': 'The server and this program are of different versions',
    'older-server.do':
      'The server is older (it speaks version {{theirs}}, this program {{ours}}). Have the server updated, or install the program of the server’s version here.',
    'newer-server.do':
      'The server is newer (it speaks version {{theirs}}, this program {{ours}}). Install the new program here, then connect.',
    'plain-http': 'No connection over http://',
    'plain-http.do':
      'It is not encrypted: passwords and callers’ numbers would cross the network for anyone to read. Use https://; if the server has no certificate yet, have the administrator set one up first.',
    'ran-out': 'The server’s certificate is outside its dates',
    'ran-out.do':
      'It has run out, or is not valid yet. See whether date and time of this machine are right; if they are, have the administrator renew it. Trusting it would not help.',
    'other-name': 'The server’s certificate is for another name',
    'other-name.do':
      'Connect under the name in the certificate (ask the administrator), not under an alias or IP address; or have a certificate made that names this address. Trusting it would not help.',
    'cannot-keep': 'This machine cannot keep its settings',
    'cannot-keep.do':
      'The disk may be full, or this user may not write there. Make room, or have the administrator give the right, then connect again.',
    'no-answer': 'The desktop program does not answer',
    'no-answer.do': 'Try once more. If that does not help, close the program and open it again.',
    stopped: 'No town’s file was chosen',
    'stopped.do': 'Choose again, or use the example town first.',
    halted: 'The start was stopped',
    'halted.do': 'It can be started again.',
    'cannot-start': 'The server on this machine did not start',
    'cannot-start.do': 'Read what the server said, mend that and start again. A mistake in the town’s file is mended where it points to.',
    'cannot-start.silent':
      'The server did not say why. Start it once more; if that does not help, give the program’s log to the administrator.',
    said: 'What the server said',
    again: 'Start again',
  },
)
