/**
 * A day, chosen or typed. Typed as people do: 2026-05-08, 2026.5.8, 2026/5/8, 20260508 and 2026年5月8日 are the same
 * day. A text that is no day stays in the field, with what is wrong, and is not lost.
 */
import { CalendarOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { MonthGrid } from './month-grid.tsx'
import { parseDay } from './parse-day.ts'
import { TextField } from './text-field.tsx'

/** Below or above the field, and where there is room for neither, over it: a month in large text is half a window high. */
const overflow = { adjustX: true, adjustY: true, shiftX: true, shiftY: true }
const IN_VIEW = {
  bottomRight: { points: ['tr', 'br'], offset: [0, 4], overflow },
  topRight: { points: ['br', 'tr'], offset: [0, -4], overflow },
}

export interface DateFieldProps {
  readonly value: string | null
  /** Null for an empty field. A day out of range or not a day is handed on as typed, so that the form can say so. */
  readonly onChange: (value: string | null) => void
  readonly id?: string | undefined
  readonly label?: string | undefined
  readonly status?: 'error' | '' | undefined
  /** Where the label is too long to stand in the field. */
  readonly placeholder?: string | undefined
  readonly describedBy?: string | undefined
  readonly disabled?: boolean | undefined
}

export function DateField({
  value,
  onChange,
  id,
  label,
  status,
  placeholder,
  describedBy,
  disabled = false,
}: DateFieldProps): ReactNode {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState(value ?? '')
  useEffect(() => setText(value ?? ''), [value])
  const finish = (typed: string): void => {
    const day = typed.trim() === '' ? null : (parseDay(typed) ?? typed.trim())
    setText(day ?? '')
    if (day !== value) onChange(day)
  }
  const wrong = text.trim() !== '' && parseDay(text) === undefined
  const chooser = (
    <MonthGrid
      value={value !== null && parseDay(value) === value ? value : null}
      onChoose={(day) => {
        finish(day)
        setOpen(false)
      }}
    />
  )
  return (
    <TextField
      id={id}
      label={label}
      placeholder={placeholder ?? label ?? 'YYYY-MM-DD'}
      describedBy={describedBy}
      disabled={disabled}
      maxLength={20}
      status={wrong ? 'error' : status}
      value={text}
      onChange={(typed) => {
        setText(typed)
        // A whole day is handed on while typing, so that the draft has it; the rest waits until the field is left.
        const day = parseDay(typed)
        if (day === typed && day !== value) onChange(day)
        if (typed === '' && value !== null) onChange(null)
      }}
      onBlur={() => finish(text)}
      onEnter={() => finish(text)}
      suffix={
        <Popover
          content={chooser}
          open={open}
          onOpenChange={setOpen}
          trigger="click"
          placement="bottomRight"
          builtinPlacements={IN_VIEW}
          destroyOnHidden
        >
          <Button
            type="text"
            size="small"
            tabIndex={-1}
            disabled={disabled}
            icon={<CalendarOutlined />}
            aria-label={`${label ?? ''} ${t('ui:chooseDay')}`}
            className="fs-date-button"
          />
        </Popover>
      }
    />
  )
}
