// Pictures of a person's own: chosen, and drawn down to what is shown, which leaves out where and when they were taken.
export { choosePicture, shrinkPicture } from '#app/platform/picture-file.h5';
