// Names the platform the app runs on.
export const platformName = 'platform-weapp';
