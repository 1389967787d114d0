export type Role = 'viewer' | 'marketer' | 'rule-author' | 'operator' | 'admin'

/** Who is signed in, and what the server lets them do. */
export interface Session {
  user: string
  name: string
  roles: Role[]
  by: 'password' | 'oidc' | 'key' | 'open'
  /** To be sent with every request that changes something; none where no cookie is used. */
  csrf?: string
  expiresAt?: string
  approval: 'off' | 'required'
  oidc?: { name: string }
}

/** How one may sign in. */
export interface SignIn {
  oidc?: { name: string }
}
