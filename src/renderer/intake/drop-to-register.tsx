/** A page on which files can be dropped: they open the form that registers a case, with them in it. */
import { useState, type DragEvent, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { droppedEntries, filesOf } from '../ui/dropped-files.ts'
import { carryDrop } from './carried-drop.ts'
import './intake.css'

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

export function DropToRegister({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const mayRegister = useMayCall('cases.register')
  const [over, setOver] = useState(false)
  if (!mayRegister) return children
  const drop = (event: DragEvent): void => {
    if (!hasFiles(event)) return
    event.preventDefault()
    setOver(false)
    carryDrop(filesOf(droppedEntries(event.dataTransfer)))
    navigate('/cases/new')
  }
  return (
    <div
      className="drop-page"
      onDragOver={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        // leaving a part of the page for another is no leaving
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={drop}
    >
      {children}
      {over && (
        <div className="drop-veil" role="status">
          {t('intake:dropToRegister')}
        </div>
      )}
    </div>
  )
}
