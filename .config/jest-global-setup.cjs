// Before jest starts its workers. Node reads the file of NODE_EXTRA_CA_CERTS at each start, which takes four
// times as long as all else of a start where the file holds the certificates of a whole system. Neither the
// program nor a test opens a connection, so that no process that tests start needs them.
'use strict';

module.exports = () => {
  delete process.env.NODE_EXTRA_CA_CERTS;
};
