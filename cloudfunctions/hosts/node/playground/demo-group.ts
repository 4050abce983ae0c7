// The demo's group chat: what WeChat would know about it and we never would.

/** The id under which the demo community binds the group. */
export const DEMO_GROUP_ID = 'demo-group';

/** The owner's own name for the group. */
export const DEMO_GROUP_LABEL = '幸福里果蔬群';

/** The zone of the demo community. */
export const DEMO_ZONE = 'Asia/Shanghai';
