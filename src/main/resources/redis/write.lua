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

local function forget(user)
  local key = base .. 'u:' .. user
  local participations = redis.call('HGET', key, 'participations')
  if participations then
    for id in string.gmatch(participations, '[^:]+') do
      redis.call('UNLINK', base .. 'p:' .. id)
    end
    redis.call('DEL', key)
  end
end

local wheel = base .. 'w'
local armed, disarmed = {}, {}

-- Few commands, and none with more arguments than Lua can pass.
local function turn(least)
  if #armed > least then
    redis.call('ZADD', wheel, unpack(armed))
    armed = {}
  end
  if #disarmed > least then
    redis.call('ZREM', wheel, unpack(disarmed))
    disarmed = {}
  end
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
    redis.call('PEXPIRE', base .. 'u:' .. user, ttl)
    for _ = 1, participations do
      keepParticipation()
    end
  end
  if wake ~= '' then
    armed[#armed + 1] = wake
    armed[#armed + 1] = user
  else
    disarmed[#disarmed + 1] = user
  end
  turn(1000)
end
turn(0)
redis.call('PEXPIRE', wheel, ttl)
redis.call('SET', KEYS[1], ARGV[2], 'PX', ttl)
return 1
