import { lazy } from 'react'
import { createBrowserRouter, Navigate } from 'react-router'
import { Shell } from './Shell'
import { NotFound } from '../pages/shell/NotFound'

const SignIn = lazy(() => import('../pages/access/SignIn'))
const CampaignsPage = lazy(() => import('../pages/campaigns/CampaignsPage'))
const OperationsPage = lazy(() => import('../pages/operations/OperationsPage'))
const UserPage = lazy(() => import('../pages/users/UserPage'))
const UsersPage = lazy(() => import('../pages/users/UsersPage'))
const Me = lazy(() => import('../pages/access/Me'))
const Admin = lazy(() => import('../pages/access/Admin'))
const CampaignPage = lazy(() => import('../pages/campaign/CampaignPage'))
const EditorPage = lazy(() => import('../pages/editor/EditorPage'))

export const router = createBrowserRouter([
  { path: '/sign-in', element: <SignIn /> },
  {
    path: '/',
    element: <Shell />,
    children: [
      { index: true, element: <Navigate to="/campaigns" replace /> },
      { path: '/campaigns', element: <CampaignsPage /> },
      { path: '/campaigns/:id/:tab?', element: <CampaignPage /> },
      { path: '/drafts/:id', element: <EditorPage /> },
      { path: '/users', element: <UsersPage /> },
      { path: '/users/:id/:tab?', element: <UserPage /> },
      { path: '/operations/:tab?', element: <OperationsPage /> },
      { path: '/me', element: <Me /> },
      { path: '/admin/:tab?', element: <Admin /> },
      { path: '*', element: <NotFound /> },
    ],
  },
])
