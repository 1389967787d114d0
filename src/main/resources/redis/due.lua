-- The wake-ups that are due, earliest first. They stay: only a written state takes them off the wheel.
-- KEYS: marker. ARGV: generation, time to live (ms), now (microseconds), most
local wheel = string.sub(KEYS[1], 1, -2) .. 'w'
if (redis.call('GET', KEYS[1]) or '0') ~= ARGV[1] then
  return {}
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('PEXPIRE', wheel, ARGV[2])

local due = redis.call('ZRANGEBYSCORE', wheel, '-inf', ARGV[3], 'WITHSCORES', 'LIMIT', 0, ARGV[4])
for i = 2, #due, 2 do
  due[i] = string.format('%.0f', due[i])
end
return due
