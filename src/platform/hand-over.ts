// How a text of many lines is given to the person it belongs to, as a file.
export { copyText, type FileType, handOverFile } from '#app/platform/hand-over.h5';
