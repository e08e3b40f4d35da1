'use strict'
// Loaded before anything else and written so that any Node can read it: an old one gets a sentence, not a stack trace.
var version = process.versions.node.split('.')
var major = Number(version[0])
if (major < 20 || (major === 20 && Number(version[1]) < 19)) {
  console.error('Node.js ' + process.versions.node + ' では動きません。Node.js 24（最低でも 20.19）を https://nodejs.org/ から入れて、もう一度お試しください。')
  console.error('Node.js ' + process.versions.node + ' is too old. Please install Node.js 24 (at least 20.19) from https://nodejs.org/ and try again.')
  process.exit(1)
}
