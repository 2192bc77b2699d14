/** n8n loads nodes and credentials by the paths in package.json; this is for people who require the package itself. */
module.exports = require('./dist/colt.js');
