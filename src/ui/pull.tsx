// Pulling a page down asks for everything on it again.
export { Pull } from '#app/ui/pull.h5.tsx';
