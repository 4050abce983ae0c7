// WeChat's chat tool, where it exists; everywhere else cards are shared as they always are.
export { hasChatTool, openChatTool } from '#app/platform/chat-tool.h5';
