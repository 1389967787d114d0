-- Arms wake-ups that the warehouse knows of; of several of one user the earliest stays.
-- KEYS: marker. ARGV: generation, time to live (ms), then user, wake-up (microseconds)...
local base = string.sub(KEYS[1], 1, -2)
local ttl = ARGV[2]
if (redis.call('GET', KEYS[1]) or '0') ~= ARGV[1] then
  return 0
end

local function bucket(at)
  return base .. 'w:' .. string.format('%.0f', math.floor(at / 60000000))
end

for i = 3, #ARGV, 2 do
  local user, at = ARGV[i], ARGV[i + 1]
  local key = base .. 'u:' .. user
  local former = redis.call('HGET', key, 'wake')
  if not former or tonumber(at) < tonumber(former) then
    if former then
      redis.call('ZREM', bucket(former), user)
    end
    redis.call('HSET', key, 'wake', at)
    redis.call('PEXPIRE', key, ttl)
    redis.call('ZADD', bucket(at), at, user)
    redis.call('PEXPIRE', bucket(at), ttl)
    redis.call('ZADD', base .. 'm', math.floor(at / 60000000), bucket(at))
  end
end
redis.call('PEXPIRE', base .. 'm', ttl)
return 1
