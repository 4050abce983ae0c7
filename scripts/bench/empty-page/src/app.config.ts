// The routes of the empty app.
export default defineAppConfig({ pages: ['pages/first/index', 'pages/second/index'], animation: false });
