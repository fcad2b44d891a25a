import './styles/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLocale } from './locale.ts'
import { queryClient } from './query-client.ts'
import { router } from './router.tsx'
import { startTheme } from './theme.ts'

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no element with the id "root"')

startTheme()
await startLocale()
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
