/** Where the renderer starts. */
import { createRoot } from 'react-dom/client'
import { FashenApp } from './app/app.tsx'
import { startLanguage } from './language/language.ts'
import { connectTransport } from './transport/connect.ts'
import './app/app.css'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root element')
startLanguage()
createRoot(root).render(<FashenApp transport={connectTransport()} />)
