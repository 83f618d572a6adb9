#!/bin/sh
# Makes one cluster of the three nodes of compose.yaml; once, when all of them are up. COUCHDB_PASSWORD as for compose.
set -eu
setup() {
  curl -fsS -u "admin:$COUCHDB_PASSWORD" -H 'content-type: application/json' \
    http://127.0.0.1:5984/_cluster_setup -d "$1"
}
login="\"username\": \"admin\", \"password\": \"$COUCHDB_PASSWORD\""
for node in couch2.nodes couch3.nodes; do
  setup "{\"action\": \"enable_cluster\", \"bind_address\": \"0.0.0.0\", $login, \"port\": 5984, \"node_count\": \"3\",
    \"remote_node\": \"$node\", \"remote_current_user\": \"admin\", \"remote_current_password\": \"$COUCHDB_PASSWORD\"}"
  setup "{\"action\": \"add_node\", \"host\": \"$node\", \"port\": 5984, $login}"
done
setup '{"action": "finish_cluster"}'
curl -fsS -u "admin:$COUCHDB_PASSWORD" http://127.0.0.1:5984/_membership
