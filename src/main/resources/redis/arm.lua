-- Arms wake-ups that the warehouse knows of; of several of one user the earliest stays.
-- KEYS: marker. ARGV: generation, time to live (ms), then wake-up (microseconds), user...
local wheel = string.sub(KEYS[1], 1, -2) .. 'w'
if (redis.call('GET', KEYS[1]) or '0') ~= ARGV[1] then
  return 0
end
if #ARGV > 2 then
  redis.call('ZADD', wheel, 'LT', unpack(ARGV, 3))
  redis.call('PEXPIRE', wheel, ARGV[2])
end
return 1
