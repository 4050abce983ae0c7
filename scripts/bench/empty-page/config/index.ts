// Built as our app is, from this folder.
export { default } from '../../../../config/index';
