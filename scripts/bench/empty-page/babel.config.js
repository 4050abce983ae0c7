// Compiled as our app is.
module.exports = require('../../../babel.config.js');
