import {
  IconBell,
  IconBolt,
  IconDeviceMobileMessage,
  IconDiscount2,
  IconGift,
  IconKey,
  IconMail,
  IconNotes,
  IconPlugConnected,
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

/** The picture of a kind of actions. */
export function KindIcon({ kind, size = 16 }: { kind: string; size?: number }) {
  const Found = ICONS[kind] ?? IconPlugConnected
  return <Found size={size} aria-hidden style={{ flex: 'none' }} />
}
