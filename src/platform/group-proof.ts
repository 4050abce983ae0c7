// How a phone proves that it was opened inside a group.
export { askForProof, takeLaunchProof } from '#app/platform/group-proof.h5';
