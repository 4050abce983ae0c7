// How a picture is drawn on a phone: a canvas that nobody sees, and what it shows as an address that an image can have.
export { drawPicture } from '#app/platform/picture.h5';
