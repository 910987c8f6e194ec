/** What the words say of reports that came before, and of somebody who is sought. */
export type Remarks = {
  /** That it is another matter: 不是一起的, 另外一拨. */
  readonly another: boolean
  /** That it has been told before, or goes on: 还在烧, 再报, 回电. */
  readonly again: boolean
  /** That somebody is sought. */
  readonly lost: boolean
  /** That somebody was come upon. */
  readonly found: boolean
}

const another =
  /不是(?:一起|一回|同一|那|前面|刚才|[0-9一二三四五六七八九]+[号幢栋])|另(?:外|一)[^，。]{0,2}(?:个|起|家|两|拨|辆|处|栋|幢)|又(?:是?一|出了?一|撞了?一|爆了?一|漏了?一|断了?一|裂了?一|有一|来了?一|开始了?一)(?:起|处|根|家|户|批|伙|拨|波|条|幢|栋)|今天又|也(?:爆|停|倒|坏|裂|塌|漏)了|我们(?:这边|这儿|这栋|这)(?:栋|幢)?也|这边也|是我又是我|后来的|这会不|才倒了|也快了|两(?:回|码)事|[跟和与](?!我|他|她|你|咱)[^，。]{1,8}(?:没关系|无关|不相干|不搭界)|不是(?!说|在)[^，。]{1,8}那(?:家|边|起|帮|伙|栋|幢|条)/
const again =
  /再报|回电|回复|又来[电报]|还在|还没|还有人|仍|再次|已[^，。]{0,3}次|刚才[打报说]过?|打[了过]?[^，。]{0,2}遍|打过(?:电话|来|的|一[次个]|[^，。]{0,2}[0-9一二两三]个?电话)|(?:报|说|反映|反应|投诉|头诉|来电|讲)过|不是说|同一|续报|补充|可不必|怎么还|越来越|到了?没有|到哪里了|还没到/
const lost = /走失|走散|挤散|走丢|不见|丢了|找不到|没回来|未归|未归队|失联|离家|找遍|不认路|糊涂|寻找/
const found = /拾到|捡到|来了个|来了一个|坐着|蹲着|躺着|站着|见到|看到|看见|监控见|发现|找爸|找妈|哭|独自|不吭声|问他|问她|说要回|说不上/

export const remarksOf = (text: string): Remarks => ({
  another: another.test(text),
  again: again.test(text),
  lost: lost.test(text),
  found: found.test(text),
})
