/** Where the renderer starts. */
import { createRoot } from 'react-dom/client'
import { FashenApp } from './app/app.tsx'
import { startLanguage } from './language/language.ts'
import { callOnce } from './transport/calls.ts'
import { connectTransport } from './transport/connect.ts'
import './app/app.css'
import './ui/plain.css'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root element')
startLanguage()

/** Milliseconds that the first drawing waits for the core to say what to draw; a station being opened takes longer. */
const PATIENCE = 80

const transport = connectTransport()
const answered = callOnce(transport, 'station.status', {}).catch(() => undefined)
const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE))
void Promise.race([answered, late]).then((status) => {
  createRoot(root).render(<FashenApp transport={transport} status={status} />)
})
