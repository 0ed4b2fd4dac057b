/**
 * A choice that looks like its text until it is opened: a list of hundreds of papers would be slow with hundreds of
 * search fields in it.
 */
import { DownOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'

export interface ChoiceOption {
  readonly value: string
  readonly label: string
}

interface ChoiceButtonProps {
  readonly label: string
  readonly value: string
  readonly options: readonly ChoiceOption[]
  readonly onChange: (value: string) => void
}

export function ChoiceButton({ label, value, options, onChange }: ChoiceButtonProps): ReactNode {
  const [open, setOpen] = useState(false)
  const shown = options.find((option) => option.value === value)?.label ?? value
  if (!open) {
    return (
      <button type="button" className="choice-button" aria-label={`${label} ${shown}`} aria-haspopup="listbox" aria-expanded={false} title={label} onClick={() => setOpen(true)}>
        {shown} <DownOutlined aria-hidden />
      </button>
    )
  }
  return (
    <Select
      size="small"
      className="choice-open"
      aria-label={label}
      value={value}
      options={[...options]}
      defaultOpen
      autoFocus
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      onOpenChange={(shownNow) => {
        if (!shownNow) setOpen(false)
      }}
      onChange={(next) => {
        setOpen(false)
        if (next !== value) onChange(next)
      }}
    />
  )
}
