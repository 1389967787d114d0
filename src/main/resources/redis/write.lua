-- Replaces states and their wake-ups, and moves the marker on: all of it, or nothing where the namespace is lost.
-- KEYS: marker. ARGV: generation, next generation, time to live (ms), then for each user:
--   user, wake-up (microseconds, or '' for none), outline ('' to forget the state), profile, memories,
--   lifetime, progress of entries, participation ids joined by ':', number of participations, and for each: id, number of arguments, field, value...
local base = string.sub(KEYS[1], 1, -2)
local ttl = ARGV[3]
if (redis.call('GET', KEYS[1]) or '0') ~= ARGV[1] then
  return 0
end

local place = 4
local function take()
  place = place + 1
  return ARGV[place - 1]
end

local function bucket(at)
  return base .. 'w:' .. string.format('%.0f', math.floor(at / 60000000))
end

local function forget(user)
  local key = base .. 'u:' .. user
  local former = redis.call('HMGET', key, 'wake', 'participations')
  if former[1] then
    redis.call('ZREM', bucket(former[1]), user)
  end
  for id in string.gmatch(former[2] or '', '[^:]+') do
    redis.call('UNLINK', base .. 'p:' .. id)
  end
  redis.call('DEL', key)
end

local function arm(user, at)
  redis.call('HSET', base .. 'u:' .. user, 'wake', at)
  redis.call('ZADD', bucket(at), at, user)
  redis.call('PEXPIRE', bucket(at), ttl)
  redis.call('ZADD', base .. 'm', math.floor(at / 60000000), bucket(at))
  redis.call('PEXPIRE', base .. 'm', ttl)
end

local function keepParticipation()
  local key = base .. 'p:' .. take()
  local arguments = tonumber(take())
  for _ = 1, arguments, 2 do
    redis.call('HSET', key, take(), take())
  end
  redis.call('PEXPIRE', key, ttl)
end

while place <= #ARGV do
  local user, wake = take(), take()
  local outline, profile, memories = take(), take(), take()
  local lifetime, progress, ids = take(), take(), take()
  local participations = tonumber(take())
  forget(user)
  if outline ~= '' then
    redis.call('HSET', base .. 'u:' .. user,
      'outline', outline, 'profile', profile, 'memories', memories, 'lifetime', lifetime,
      'cells', progress, 'participations', ids)
    for _ = 1, participations do
      keepParticipation()
    end
  end
  if wake ~= '' then
    arm(user, wake)
  end
  if outline ~= '' or wake ~= '' then
    redis.call('PEXPIRE', base .. 'u:' .. user, ttl)
  end
end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ttl)
return 1
