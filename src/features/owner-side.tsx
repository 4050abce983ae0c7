// What stands beside the owner's pages.
export { OwnerSide } from '#app/features/owner-side.h5.tsx';
