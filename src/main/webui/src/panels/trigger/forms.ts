import type { ComponentType } from 'react'
import { AggregateForm, EventForm, ProfileForm } from './EventForms'
import type { FormProps } from './form'
import type { Kind } from './kinds'
import { ActionForm, AlwaysForm, RulesForm, SplitForm } from './OtherForms'
import { DwellForm, EnterForm, ExitForm, InsideForm } from './PlaceForms'
import { AfterForm, AtForm, CronForm, DuringForm, OnForm } from './TimeForms'

/** The form of each kind of cell. */
export const FORMS: Record<Kind, ComponentType<FormProps>> = {
  event: EventForm,
  aggregate: AggregateForm,
  user: ProfileForm,
  after: AfterForm,
  at: AtForm,
  on: OnForm,
  cron: CronForm,
  during: DuringForm,
  enter: EnterForm,
  exit: ExitForm,
  inside: InsideForm,
  dwell: DwellForm,
  action: ActionForm,
  split: SplitForm,
  rules: RulesForm,
  always: AlwaysForm,
}
