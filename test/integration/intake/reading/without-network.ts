/** Loaded before everything else: whoever asks the network for anything ends the process. */
import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import process from 'node:process'

const refuse = (...asked: readonly unknown[]): never => {
  process.stderr.write(`asked the network: ${JSON.stringify(asked[0])}\n`)
  process.exit(77)
}
globalThis.fetch = refuse
Object.assign(net.Socket.prototype, { connect: refuse })
for (const library of [http, https]) Object.assign(library, { request: refuse, get: refuse })
Object.assign(dns, { lookup: refuse })
