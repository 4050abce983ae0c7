// Pages that hold words which are saved nowhere: whoever leaves them is asked first, as the platform can.
export { holdPage, leavePage } from '#app/platform/leaving.h5';
