import type { LinkProps } from '@tanstack/react-router'

/** A link to another screen of the gallery: its routes exist in development only, so the router's types skip them. */
export const galleryLink = (screen: string): LinkProps => ({ to: `/galerie/${screen}` as '/' })
