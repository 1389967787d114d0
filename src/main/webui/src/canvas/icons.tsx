import {
  IconBell,
  IconBolt,
  IconDeviceMobileMessage,
  IconDiscount2,
  IconGift,
  IconKey,
  IconMail,
  IconNotes,
  IconPointFilled,
  IconTicket,
  IconWebhook,
  type Icon,
} from '@tabler/icons-react'

const ICONS: Record<string, Icon> = {
  push: IconBell,
  sms: IconDeviceMobileMessage,
  mail: IconMail,
  webhook: IconWebhook,
  coupon: IconTicket,
  prize: IconGift,
  discount: IconDiscount2,
  grant: IconKey,
  log: IconNotes,
  event: IconBolt,
}

/** The sign of a kind of action. */
export function ActionIcon({ kind, size = 16 }: { kind: string; size?: number }) {
  const Found = ICONS[kind] ?? IconPointFilled
  return <Found size={size} aria-hidden style={{ flex: 'none' }} />
}
