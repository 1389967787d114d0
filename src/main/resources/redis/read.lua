-- The states of users, together with the proof that they are current.
-- KEYS: marker. ARGV: generation, users...
-- Answers nil where the namespace is lost, else { user, outline, profile, memories, lifetime, { participation hash... } }...
local base = string.sub(KEYS[1], 1, -2)
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return false
end
local states = {}
for i = 2, #ARGV do
  local user = redis.call('HMGET', base .. 'u:' .. ARGV[i], 'outline', 'profile', 'memories', 'lifetime',
    'participations')
  if user[1] then
    local participations = {}
    for id in string.gmatch(user[5], '[^:]+') do
      participations[#participations + 1] = redis.call('HGETALL', base .. 'p:' .. id)
    end
    states[#states + 1] = { ARGV[i], user[1], user[2], user[3], user[4], participations }
  end
end
return states
