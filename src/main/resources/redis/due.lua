-- The wake-ups that are due, earliest first. They stay: only a written state takes them off the wheel.
-- KEYS: marker. ARGV: generation, time to live (ms), now (microseconds), most
-- An entry whose user is armed otherwise, or is gone, is swept away: it wakes nobody.
local base = string.sub(KEYS[1], 1, -2)
if (redis.call('GET', KEYS[1]) or '0') ~= ARGV[1] then
  return {}
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])

local now, most = ARGV[3], tonumber(ARGV[4])
local due = {}
local buckets = redis.call('ZRANGEBYSCORE', base .. 'm', '-inf', math.floor(now / 60000000))
for _, bucket in ipairs(buckets) do
  if #due >= 2 * most then
    break
  end
  local found = redis.call('ZRANGEBYSCORE', bucket, '-inf', now, 'WITHSCORES', 'LIMIT', 0, most - #due / 2)
  for i = 1, #found, 2 do
    local wake = redis.call('HGET', base .. 'u:' .. found[i], 'wake')
    if wake and tonumber(wake) == tonumber(found[i + 1]) then
      due[#due + 1] = found[i]
      due[#due + 1] = wake
    else
      redis.call('ZREM', bucket, found[i])
    end
  end
  if redis.call('EXISTS', bucket) == 0 then
    redis.call('ZREM', base .. 'm', bucket)
  end
end
return due
