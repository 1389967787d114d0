/** What a tab of a campaign's page is given. */
export interface TabProps {
  campaign: string
}
