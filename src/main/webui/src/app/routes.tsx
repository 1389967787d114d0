import { lazy } from 'react'
import { createBrowserRouter, Navigate } from 'react-router'
import { Shell } from './Shell'
import { NotFound } from '../pages/shell/NotFound'

const SignIn = lazy(() => import('../pages/access/SignIn'))

export const router = createBrowserRouter([
  { path: '/sign-in', element: <SignIn /> },
  {
    path: '/',
    element: <Shell />,
    children: [
      { index: true, element: <Navigate to="/campaigns" replace /> },
      { path: '*', element: <NotFound /> },
    ],
  },
])
