/** The letter of invitation: who asks, the one thing to do, until when. */
export function invitationMail(name: string, link: string): { subject: string; body: string } {
  return {
    subject: '「ともに」をお使いになるための登録のお願い',
    body: `${name} 様

市の協働の仕組み「ともに」に、あなたの登録の用意ができました。
下のリンクを開いて、パスワードを決めてください。リンクは7日のあいだ使えます。

${link}

お心当たりのない場合は、このメールを捨ててください。何も起こりません。
`,
  }
}
