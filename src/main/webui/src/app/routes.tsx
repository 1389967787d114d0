import { lazy } from 'react'
import { createBrowserRouter, Navigate } from 'react-router'
import { Shell } from './Shell'
import { NotFound } from '../pages/shell/NotFound'

const SignIn = lazy(() => import('../pages/access/SignIn'))
const CampaignPage = lazy(() => import('../pages/campaign/CampaignPage'))

export const router = createBrowserRouter([
  { path: '/sign-in', element: <SignIn /> },
  {
    path: '/',
    element: <Shell />,
    children: [
      { index: true, element: <Navigate to="/campaigns" replace /> },
      { path: '/campaigns/:id/:tab?', element: <CampaignPage /> },
      { path: '*', element: <NotFound /> },
    ],
  },
])
