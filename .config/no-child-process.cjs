// Stands in for node:child_process in the bundled program. commander loads it for commands that are
// programs of their own, which dezero-cli has none of; loading it costs a tenth of the start-up.
'use strict';
module.exports = {};
