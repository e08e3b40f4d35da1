// A word is a group: the form that search uses, then the other forms. The original text is kept.
const groups = `
亜亞 悪惡 圧壓 囲圍 医醫 為爲 壱壹 隠隱 栄榮 営營 衛衞 駅驛 円圓 塩鹽 縁緣 艶艷 応應 欧歐 殴毆 桜櫻 奥奧 横橫 温溫 穏穩
仮假 価價 画畫 会會 絵繪 壊壞 懐懷 拡擴 殻殼 覚覺 学學斈 岳嶽 楽樂 渇渴 巻卷 陥陷 勧勸 寛寬 関關 歓歡 観觀 缶罐
気氣 帰歸 偽僞 戯戲 犠犧 旧舊 拠據 挙擧 虚虛 峡峽 挟挾 狭狹 郷鄕 暁曉 勲勳 薫薰 径徑 茎莖 恵惠 掲揭 渓溪 経經 蛍螢 軽輕 継繼 鶏鷄雞 芸藝 撃擊 欠缺
倹儉 剣劍劔剱釼 圏圈 検檢 権權 献獻 県縣 研硏 険險 顕顯 験驗 厳嚴 広廣 効效 恒恆 黄黃 鉱鑛 号號 国國圀 黒黑
済濟 砕碎 斎齋斉齊亝 剤劑 雑雜 参參 桟棧 蚕蠶 惨慘 賛贊 残殘 糸絲 歯齒 児兒 辞辭 湿濕 実實 舎舍 写寫 釈釋 寿壽 収收 従從 渋澁 獣獸 縦縱 粛肅 処處
緒緖 叙敍敘 将將 称稱 渉涉 焼燒 証證 奨奬 条條 状狀 乗乘 浄淨 剰剩 畳疊 縄繩 壌壤 嬢孃 譲讓 醸釀 触觸 嘱囑 真眞 寝寢 慎愼 尽盡 図圖 粋粹 酔醉 穂穗 随隨 髄髓 枢樞 数數 瀬瀨
声聲 青靑 清淸 静靜 窃竊 摂攝 専專 浅淺 戦戰 践踐 銭錢 潜潛 繊纖 禅禪 双雙 壮壯 争爭 荘莊 捜搜 挿插 巣巢 装裝 総總 騒騷 増增 蔵藏 臓臟 即卽 属屬 続續
堕墮 対對 体體躰 帯帶 滞滯 台臺 滝瀧 択擇 沢澤 単單 担擔 胆膽 団團 断斷 弾彈 遅遲 痴癡 虫蟲 昼晝 鋳鑄 庁廳 徴徵 聴聽 勅敕 鎮鎭
転轉 点點 伝傳 灯燈 当當 党黨 盗盜 稲稻 闘鬪 徳德悳 独獨 読讀 届屆 弐貳 悩惱 脳腦
廃廢 拝拜 売賣 麦麥 発發 髪髮 抜拔 晩晚 蛮蠻 秘祕 浜濱濵 瓶甁 払拂 仏佛 併倂 並竝 変變 弁辨瓣辯 辺邊邉 宝寶寳 豊豐 褒襃 翻飜 毎每 万萬 満滿
黙默 薬藥 訳譯 与與 予豫 余餘 誉譽 揺搖 様樣 謡謠 来來 頼賴 乱亂 覧覽 竜龍 猟獵 緑綠 涙淚 塁壘 礼禮 励勵 戻戾 霊靈 齢齡 暦曆 歴歷 恋戀 練鍊 炉爐 労勞 楼樓 湾灣
録錄 亀龜 弥彌 郎郞 禄祿 亘亙 凜凛 尭堯 遥遙 曽曾 晋晉 桧檜 槙槇 侠俠 瑶瑤 祢禰 穣穰 莱萊 蘂蕊
高髙 崎﨑嵜㟢碕 吉𠮷 橋槗𣘺 島嶋嶌 館舘 富冨 桑桒 柳栁 熙煕熈凞 峰峯 野埜 園薗 籠篭 鴎鷗 薮藪 船舩 土圡 喜㐂 啓啟 強强 戸戶 内內 産產 絶絕 脱脫 税稅 説說 鋭銳 教敎 既旣
彦彥 顔顏 歩步 群羣 裏裡 略畧 鶴靏靍鸖 蔭䕃 淵渊渕 淳湻 欅﨔 鎌鐮 蛎蠣 涛濤 砺礪 梼檮 祷禱 躯軀 頬頰 麺麵麪 箪簞 掴摑 填塡 剥剝 繋繫 醤醬 蝉蟬
昇曻 棋棊 杯盃 雁鴈 崖崕 厨廚 厩廐廏 仙僊 毘毗 裕𥙿 冴冱 丘坵 牟䍃 芦蘆 壷壺 桝枡 凉涼 迹跡蹟 迩邇 呂吕 宜冝 稚穉 瓊琼 梁樑 檐簷 挂掛 昿曠 姉姊 姫姬 溯遡
隣鄰 鍬鍫 鶯鴬 塙𡉴 曳曵 珍珎 函凾 彝彜 杉𣏕 壻婿 煙烟 侭儘 讃讚 撹攪 鰺鯵 罰罸 皋皐 飲飮 飯飰
`

const forms = new Map(
  groups
    .trim()
    .split(/\s+/)
    .flatMap((group) => {
      const [form = '', ...others] = group
      return others.map((other) => [other, form] as const)
    }),
)

/** The form of a character that search uses: 髙 → 高, 邉 → 辺; itself when it has no other. */
export function searchForm(character: string): string {
  return forms.get(character) ?? character
}

/** Every character that search replaces → its replacement. */
export const foldedForms: ReadonlyMap<string, string> = forms
