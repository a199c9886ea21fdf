// n8n finds the nodes through the "n8n" section of package.json; nothing is exported here, and nothing is packed.
module.exports = {};
