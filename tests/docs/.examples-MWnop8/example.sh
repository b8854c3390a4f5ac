server=http://127.0.0.1:34597
user="customer-$RANDOM-$RANDOM"
token=$(curl -sS --fail-with-body "$server/api/auth/token" --json "{\"userId\": \"$user\", \"userType\": \"user\"}" |
    sed -E 's/.*"token":"([^"]+)".*/\1/')
session=$(curl -sS --fail-with-body "$server/api/chat/start-session" -H "Authorization: Bearer $token" \
    --json "{\"userId\": \"$user\"}" | sed -E 's/.*"sessionId":"([^"]+)".*/\1/')
curl -sS --fail-with-body "$server/api/chat/send-message/$session" -H "Authorization: Bearer $token" \
    --json '{"message": "Hello?"}'
echo
curl -sS "$server/api/chat/send-message/$session" -H "Authorization: Bearer $token" --json '{"message": ""}'
echo
curl -sS --fail-with-body "$server/api/chat/end-session/$session" -H "Authorization: Bearer $token" \
    --json '{"reason": "found it"}'
