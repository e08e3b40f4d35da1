/** The layout of all documents, in Typst; a string, so that a build includes it. */
export const template = String.raw`// Everything a reader sees comes in as JSON and is placed as text: no value is ever evaluated.
#let data = json(bytes(sys.inputs.at("document")))
#let kind = data.kind
#let line = 0.5pt + luma(60)
#let shade = luma(240)

#set document(title: data.title, author: data.at("author", default: ()), date: none)
#set page(
  paper: "a4",
  margin: (top: 24mm, bottom: 22mm, x: 25mm),
  footer: context {
    let total = counter(page).final().first()
    if total > 1 { align(center, text(9pt)[#counter(page).display() / #total]) }
  },
)
#set text(font: ("BIZ UDPGothic", "Noto Sans JP"), size: 10.5pt, lang: "ja", region: "jp", fallback: false, cjk-latin-spacing: none)
// A word too long for its line (an address, a check number) may break anywhere.
#show regex("[!-~]{24,}"): word => word.text.clusters().map(letter => box(letter)).join()
#set par(leading: 0.85em, spacing: 0.85em, justify: true)
#show heading: set text(weight: "bold")
#show heading.where(level: 1): set text(15pt)
#show heading.where(level: 2): set text(12pt)
#show heading.where(level: 3): set text(10.5pt)
#show heading: set block(above: 1.6em, below: 0.9em)
#show figure: set block(breakable: true)
#show figure.caption: set align(left)
#show figure.caption: it => block(sticky: true, it)
#show figure.caption: set text(9.5pt)
#set figure.caption(position: top)

#let lines(text) = text.split("\n").join(linebreak())
#let indented(body) = par(first-line-indent: (amount: 1em, all: true), body)
#let hanging(label, body, width: 1em, inset: 0em) = pad(left: inset, par(hanging-indent: width, [#label#h(1em, weak: false)#body]))

#let fields-block(block-data) = {
  let framed = kind == "form"
  set par(justify: false)
  block(above: 1.1em, below: 1.1em, width: 100%, grid(
    columns: (if framed { 9em } else { auto }, 1fr),
    column-gutter: if framed { 0pt } else { 1.5em },
    row-gutter: if framed { 0pt } else { 0.9em },
    inset: if framed { 6pt } else { 0pt },
    stroke: if framed { line } else { none },
    fill: (x, _) => if framed and x == 0 { shade } else { none },
    ..block-data.fields.map(field => (lines(field.label), lines(field.value))).flatten(),
  ))
}

#let tick-boxes(choices) = choices.map(choice => box([□ #choice])).join(h(1.5em))

#let blanks-block(block-data) = {
  set par(justify: false)
  block(above: 1.1em, below: 1.1em, width: 100%, grid(
    columns: (9em, 1fr),
    inset: 6pt,
    stroke: line,
    fill: (x, _) => if x == 0 { shade } else { none },
    ..block-data.blanks.map(blank => (
      lines(blank.label),
      grid.cell(breakable: false, if "choices" in blank {
        block(width: 100%, inset: (y: 3pt), tick-boxes(blank.choices))
        if "hint" in blank { align(right, text(8.5pt, luma(80), lines(blank.hint))) }
      } else {
        block(width: 100%, height: calc.max(1, blank.at("lines", default: 1)) * 8mm, {
          if "hint" in blank { align(bottom + right, text(8.5pt, luma(80), lines(blank.hint))) }
        })
      }),
    )).flatten(),
  ))
}

#let table-block(block-data) = {
  set par(justify: false)
  let columns = block-data.columns
  let body = table(
    columns: columns.map(column => column.at("width", default: 1) * 1fr),
    align: (x, y) => if y == 0 { center + horizon } else {
      (left: left, right: right, center: center).at(columns.at(x).at("align", default: "left")) + top
    },
    stroke: line,
    inset: 5pt,
    fill: (_, y) => if y == 0 { shade } else { none },
    table.header(..columns.map(column => text(9.5pt, weight: "bold", lines(column.label)))),
    ..block-data.rows.flatten().map(cell => text(9.5pt, lines(cell))),
  )
  block(above: 1.2em, below: 1.2em, width: 100%, if "caption" in block-data {
    figure(body, kind: table, supplement: none, numbering: none, caption: figure.caption(block-data.caption, separator: none))
  } else { body })
}

#let article-paragraph(head, paragraph) = {
  let whole = if type(paragraph) == str { (text: paragraph, items: ()) } else { paragraph }
  hanging(head, lines(whole.text))
  for (i, item) in whole.items.enumerate() {
    hanging("(" + str(i + 1) + ")", lines(item), width: 1.5em, inset: 1.5em)
  }
}

#let articles-block(block-data) = for (i, article) in block-data.articles.enumerate() {
  block(above: 1.3em, below: 0.7em, breakable: false, sticky: true, {
    show heading: set block(above: 0pt, below: 0pt)
    pad(left: 1em, heading(level: 2, text(10.5pt, weight: "regular", "（" + article.title + "）")))
  })
  for (n, paragraph) in article.paragraphs.enumerate() {
    article-paragraph(if n == 0 { "第" + str(i + 1) + "条" } else { str(n + 1) }, paragraph)
  }
}

#let signature(one) = block(above: 1.2em, below: 1.2em, width: 100%, breakable: false, inset: 8pt, stroke: line, {
  set par(justify: false, spacing: 0.8em)
  par(text(weight: "bold", lines(one.party)))
  let who = (one.at("role", default: none), one.at("name", default: none)).filter(it => it != none)
  if "signedOn" in one {
    par(who.join("　"))
    par(text(9pt, "署名した日　" + one.signedOn))
    if "note" in one { par(text(9pt, one.note)) }
    if "digest" in one { par(text(9pt, "本文の照合番号（SHA-256）　" + one.digest)) }
  } else {
    let pen = one.at("pen", default: (label: "署名"))
    par("署名した日　令和　　　年　　　月　　　日")
    v(8mm)
    par([#who.join("　")#if who.len() > 0 { h(1em) }#pen.label#box(width: 1fr, inset: (x: 4pt), std.line(length: 100%, stroke: line))#if pen.at("seal", default: false) { box(baseline: 4mm, circle(radius: 5mm, stroke: (thickness: 0.4pt, dash: "dashed"), align(center + horizon, text(8pt, "印")))) }])
  }
})

#let render(one) = {
  if one.type == "heading" { heading(level: one.at("level", default: 1) + 1, lines(one.text)) }
  else if one.type == "paragraph" { indented(lines(one.text)) }
  else if one.type == "fields" { fields-block(one) }
  else if one.type == "blanks" { blanks-block(one) }
  else if one.type == "table" { table-block(one) }
  else if one.type == "list" {
    if one.at("numbered", default: false) { enum(..one.items.map(lines)) } else { list(marker: "・", ..one.items.map(lines)) }
  }
  else if one.type == "articles" { articles-block(one) }
  else if one.type == "signatures" {
    if kind == "agreement" and "date" in data { block(above: 1.8em, below: 1.4em, indented(data.date)) }
    one.signatures.map(signature).join()
  }
  else if one.type == "particulars" {
    block(above: 1.8em, below: 1.4em, width: 100%, align(center, "記"))
    one.blocks.map(render).join()
    block(above: 1.4em, width: 100%, align(right, "以上"))
  }
  else if one.type == "note" { block(above: 1em, below: 1em, text(9pt, lines(one.text))) }
  else if one.type == "contact" {
    block(above: 2.4em, width: 100%, breakable: false, align(right, box(stroke: line, inset: 8pt, align(left, {
      set par(justify: false, leading: 0.7em)
      text(9.5pt, one.lines.join(linebreak()))
    }))))
  }
  else if one.type == "pageBreak" { pagebreak(weak: true) }
}

#let head-lines(key, side) = if key in data {
  block(above: 1.6em, below: 1.6em, width: 100%, align(side, box(align(left, data.at(key).join(linebreak())))))
}

#if "formNumber" in data { block(below: 0.8em, data.formNumber) }
#let upper = (data.at("number", default: none), data.at("date", default: none)).filter(it => it != none)
#if upper.len() > 0 and kind != "agreement" { block(width: 100%, align(right, upper.join(linebreak()))) }
#head-lines("addressee", left)
#head-lines("sender", right)
#block(above: 2.2em, below: 2em, width: 100%, align(center, {
  set par(justify: false)
  show heading: set block(above: 0pt, below: 0pt)
  show heading.where(level: 1): set text(if kind == "letter" or kind == "form" { 13pt } else { 17pt })
  heading(level: 1, outlined: false, lines(data.title))
}))
#if kind == "booklet" { outline(title: "もくじ", depth: 2) ; pagebreak(weak: true) }
#data.blocks.map(render).join()
`
